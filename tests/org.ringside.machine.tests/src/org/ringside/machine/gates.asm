; Call gates and interrupt gates between rings: stacks, parameters, returns, what is refused.

%macro descriptors 0
	gate KERNEL_CODE, 0, 0xEC		; 38: to ring 0
	gate KERNEL_CODE, 3, 0xEC		; 40: to ring 0 with three parameters
	gate KERNEL_CODE, 0, 0x8C		; 48: closed to ring 3
	gate KERNEL_CODE, 0, 0x6C		; 50: not present
	gate USER_CODE, 0, 0xEC			; 58: to ring 3
	gate KERNEL_DATA, 0, 0xEC		; 60: to data
	gate 0, 0, 0xEC				; 68: to nothing
	gate 0x70, 0, 0xEC			; 70: to itself
	gate 0x80, 0, 0xEC			; 78: to code that is not present
	descriptor 0, 0xFFFFF, 0x1B, 0xC	; 80: that code
	gate KERNEL_CODE, 2, 0xE4		; 88: 16 bits, two parameters
	descriptor 0, 0xFFFFF, 0xBB, 0xC	; 90: code of ring 1
	descriptor 0, 0xFFFFF, 0xB3, 0xC	; 98: data of ring 1
	gate 0x90, 1, 0xEC			; A0: to ring 1 with one parameter
	descriptor 0, 0xFFFFF, 0xD3, 0xC	; A8: data of ring 2
	descriptor 0, 0xFFFFF, 0x91, 0xC	; B0: data, read-only
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

%macro call_gate 3
	%1 %2
	call %3:0
	done
%endmacro

main:
	point gdt + 0x38, called
	point gdt + 0x40, called_with_three
	point gdt + 0x48, called
	point gdt + 0x50, called
	point gdt + 0x58, called
	point gdt + 0x78, called
	mov word [gdt + 0x88], 0x7000
	mov byte [0x7000], 0xE9
	mov dword [0x7001], called_short - 0x7005
	point gdt + 0xA0, called_in_ring_1
	mov dword [tss + 12], ring1_stack
	mov dword [tss + 16], 0x98 + 1

	call_gate try, "call of a gate in ring 0", 0x38
	call_gate user, "call of a gate in ring 3", 0x38 + 3
	call_gate user, "call of a gate with RPL 0", 0x38
	call_gate user, "call of a closed gate", 0x48 + 3
	call_gate try, "call of a gate closed to its RPL", 0x48 + 3
	call_gate user, "call of a gate that is not present", 0x50 + 3
	call_gate try, "call of a gate to an outer ring", 0x58
	call_gate user, "call of a gate to the same ring", 0x58 + 3
	call_gate user, "call of a gate to data", 0x60 + 3
	call_gate user, "call of a gate to nothing", 0x68 + 3
	call_gate user, "call of a gate to itself", 0x70 + 3
	call_gate user, "call of a gate to code that is not present", 0x78 + 3
	user "call with parameters"
	push dword 0x11111111
	push dword 0x22222222
	push dword 0x33333333
	call 0x40 + 3:0
	mov eax, user_stack_top
	sub eax, esp
	done
	user "call of a 16-bit gate"
	push dword 0x11112222
	call 0x88 + 3:0
	done
	user "jump through a gate to an inner ring"
	jmp 0x38 + 3:0
	done
	try "jump through a gate"
	mov dword [esp - 4], 0
	point gdt + 0x38, jumped
	jmp 0x38:0
	done
	point gdt + 0x38, called

	user "call to ring 1"
	push dword 0x12345678
	call 0xA0 + 3:0
	done

	mov dword [tss + 16], 0
	call_gate user, "no stack for ring 1", 0xA0 + 3
	mov dword [tss + 16], 0x98
	call_gate user, "a stack for ring 1 with RPL 0", 0xA0 + 3
	mov dword [tss + 16], 0xB0 + 1
	call_gate user, "a read-only stack for ring 1", 0xA0 + 3
	mov dword [tss + 16], 0xA8 + 1
	call_gate user, "a stack of ring 2 for ring 1", 0xA0 + 3
	mov dword [tss + 16], 0x1000 + 1
	call_gate user, "a stack for ring 1 beyond the GDT", 0xA0 + 3
	mov dword [tss + 16], 0x98 + 1

	user "an interrupt switches to the stack of ring 0"
	mov eax, 0x1234
	int 0x31
	done
	mov byte [idt + 0x31 * 8 + 5], 0xEE
	point idt + 0x31 * 8, interrupted
	user "an interrupt shows its frame"
	mov eax, 0x1234
	int 0x31
	done
	try "an interrupt in the same ring does not"
	int 0x31
	done
	mov word [idt + 0x31 * 8 + 2], 0x90
	point idt + 0x31 * 8, interrupted_in_ring_1
	user "an interrupt to ring 1"
	int 0x31
	done
	try "an interrupt to an outer ring"
	int 0x31
	done
	call fast
	ret

; Prints what lies on the stack above the return address of this call: EAX doublewords.
stack:
	push ebp
	push ecx
	push eax
	lea ebp, [esp + 16]
	mov ecx, eax
.next:
	say " "
	mov eax, [ss:ebp]
	cmp eax, 0x100000
	jb .plain
	cmp eax, user_stack_top
	ja .plain
	cmp eax, idt
	jae .stack
	sub eax, [origin]
	jmp .plain
.stack:
	sub eax, user_stack_top
.plain:
	call hex32
	add ebp, 4
	loop .next
	pop eax
	pop ecx
	pop ebp
	ret

called:
	say " frame"
	mov eax, 4
	call stack
	xor eax, eax
	mov ax, ss
	shl eax, 16
	mov ax, cs
	retf
called_with_three:
	say " frame"
	mov eax, 7
	call stack
	retf 12
called_short:
	say " frame"
	mov eax, ring0_stack_top
	sub eax, esp
	call hex8
	say " "
	mov eax, [esp + 4]
	call hex32
	say " "
	mov ax, [esp + 2]
	call hex16
	mov eax, 0x600D
	int DONE
jumped:
	xor eax, eax
	mov ax, cs
	int DONE
called_in_ring_1:
	xor eax, eax
	mov ax, ss
	shl eax, 16
	mov ax, cs
	add eax, [ss:esp + 8]
	retf 4
interrupted:
	say " frame"
	push eax
	mov eax, 6
	call stack
	pop eax
	iret
interrupted_in_ring_1:
	xor eax, eax
	mov ax, ss
	shl eax, 16
	mov ax, cs
	iret

; SYSENTER and SYSEXIT.
fast:
	user "sysenter without its registers"
	sysenter
	done
	try "sysexit without its registers"
	sysexit
	done
	user "sysexit in ring 3"
	sysexit
	done
	mov ecx, 0x174
	mov eax, KERNEL_CODE
	xor edx, edx
	wrmsr
	mov ecx, 0x175
	mov eax, ring0_stack_top
	wrmsr
	mov ecx, 0x176
	mov eax, entered
	wrmsr
	mov ecx, 0x176
	rdmsr
	sub eax, entered
	call hex32
	call line
	user "sysenter and sysexit"
	mov edx, .back
	mov ecx, esp
	sysenter
.back:
	done
	ret
entered:
	say " in ring"
	mov eax, cs
	call hex16
	say " "
	mov eax, ss
	call hex16
	pushfd
	pop eax
	and eax, SHOWN_FLAGS
	say " "
	call hex32
	sysexit

ring1_stack	equ SPACE + 0x1000
