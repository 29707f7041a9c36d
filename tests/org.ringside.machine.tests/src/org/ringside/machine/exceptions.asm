; Exceptions: vectors, error codes, where the saved EIP points, what gates are refused.

%macro descriptors 0
	descriptor 0, 0xFFFFF, 0x1B, 0xC	; 38: code, not present
	descriptor 0, 0xFFFFF, 0xFB, 0xC	; 40: code of ring 3
	descriptor 0, 0xFFF, 0x9B, 0x4		; 48: code with a short limit
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

main:
	call gates
	try "divide by zero"
	mov eax, 100
	xor edx, edx
	xor ecx, ecx
	div ecx
	done
	try "quotient too large"
	mov edx, 5
	mov ecx, 5
	div ecx
	done
	try "idiv of the most negative number"
	mov eax, 0x80000000
	cdq
	mov ecx, -1
	idiv ecx
	done
	try "aam 0"
	aam 0
	done
	try "int3"
	int3
	done
	try "into without overflow"
	xor eax, eax
	into
	done
	try "into"
	mov al, 0x7F
	inc al
	into
	done
	try "bound inside"
	mov eax, 5
	bound eax, [bounds]
	done
	try "bound outside"
	mov eax, 8
	bound eax, [bounds]
	done
	try "ud2"
	ud2
	done
	try "lock on a register"
	db 0xF0, 0x01, 0xC0
	done
	try "lea of a register"
	db 0x8D, 0xC0
	done
	try "mov cs"
	db 0x8E, 0xC8
	done
	try "mov to cr1"
	db 0x0F, 0x22, 0xC8
	done
	try "an instruction of sixteen bytes"
	times 15 db 0x66
	nop
	done
	try "int of a gate that is not present"
	int 0x40
	done
	try "int of a descriptor that is no gate"
	int 0x41
	done
	try "int of a gate to nowhere"
	int 0x42
	done
	try "int of a gate to data"
	int 0x43
	done
	try "int of a gate beyond the GDT"
	int 0x44
	done
	try "int of a gate to code that is not present"
	int 0x45
	done
	try "int of a gate to an outer ring"
	int 0x46
	done
	try "int beyond the IDT"
	lidt [short_idt]
	int 0x50
	done
	lidt [idt_pointer]
	try "a trap gate keeps IF"
	sti
	int 0x47
	done
	try "an interrupt gate clears it"
	sti
	int 0x48
	done
	try "a gate of 16 bits"
	mov ebx, esp
	int 0x49
	done
	try "a gate beyond the limit of code"
	int 0x4A
	done
	try "a benign and a contributory exception are delivered one after the other"
	mov byte [idt + 6 * 8 + 5], 0x0E
	ud2
	done
	mov byte [idt + 6 * 8 + 5], 0x8E
	try "two contributory exceptions are a double fault"
	mov byte [idt + 13 * 8 + 5], 0x0E
	mov ax, 0x1000
	mov ds, ax
	done
	mov byte [idt + 13 * 8 + 5], 0x8E
	try "a missing handler of a divide error is a double fault"
	mov byte [idt + 0 * 8 + 5], 0x0E
	aam 0
	done
	mov byte [idt + 0 * 8 + 5], 0x8E
	user "divide by zero in ring 3"
	aam 0
	done
	user "int3 through a gate of ring 0"
	int3
	done
	user "into through a gate of ring 0"
	mov al, 0x7F
	inc al
	into
	done
	user "int through a gate of ring 0"
	int 0x60
	done
	user "int of a gate that is not present, closed to ring 3"
	int 0x40
	done
	mov byte [idt + 3 * 8 + 5], 0xEE
	user "int3 through a gate of ring 3"
	int3
	done
	user "undefined instruction"
	ud2
	done
	call steps
	ret

gates:
	mov byte [idt + 0x40 * 8 + 5], 0x0E
	mov byte [idt + 0x41 * 8 + 5], 0x93
	mov word [idt + 0x42 * 8 + 2], 0
	mov word [idt + 0x43 * 8 + 2], KERNEL_DATA
	mov word [idt + 0x44 * 8 + 2], 0x1000
	mov word [idt + 0x45 * 8 + 2], 0x38
	mov word [idt + 0x46 * 8 + 2], 0x40
	mov byte [idt + 0x47 * 8 + 5], 0x8F
	point idt + 0x47 * 8, show_flags
	point idt + 0x48 * 8, show_flags
	mov byte [idt + 0x49 * 8 + 5], 0x86
	mov dword [idt + 0x49 * 8], KERNEL_CODE << 16	; 16-bit gates reach the first 64 KiB only
	mov word [idt + 0x4A * 8 + 2], 0x48
	mov word [idt + 0x49 * 8], 0x7000
	mov word [idt + 0x49 * 8 + 6], 0
	mov byte [0x7000], 0xE9			; jmp short_gate
	mov dword [0x7001], short_gate - 0x7005
	ret

show_flags:
	pushfd
	pop eax
	and eax, SHOWN_FLAGS
	say " inside="
	call hex32
	iret

; The frame holds 16 bits each of IP, CS and FLAGS.
short_gate:
	mov eax, ebx
	sub eax, esp
	say " pushed="
	call hex8
	say " cs="
	mov ax, [esp + 2]
	call hex16
	mov ax, [esp]
	sub ax, [origin]
	say " ip=+"
	call hex16
	call line
	mov esp, ebx
	jmp [resume]

; Single steps: the handler prints where, and ends stepping after some of them.
steps:
	point idt + 1 * 8, on_step
	say "single steps:"
	mov dword [origin], .code
	mov dword [left], 7
	pushfd
	or dword [esp], 0x100
	popfd
.code:
	nop
	mov ax, ss
	mov ss, ax
	nop
	lodsb
	int 0x48
	nop
	nop
	nop
	call line
	say "dr6="
	mov eax, dr6
	call hex32
	call line
	ret
on_step:
	push eax
	say " +"
	mov eax, [esp + 4]
	sub eax, [origin]
	call hex8
	dec dword [left]
	jnz .on
	and dword [esp + 12], ~0x100
.on:
	pop eax
	iret

bounds:	dd 1, 7
left:	dd 0
short_idt:
	dw 0x50 * 8 - 1
	dd idt
