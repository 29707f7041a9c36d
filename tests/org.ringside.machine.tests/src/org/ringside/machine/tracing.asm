; The trap flag: which instructions trap where, in both rings, through interrupts and faults; and what is held back.

%macro descriptors 0
	dq 0
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

; Traces from the instruction behind POPF up to one that clears TF again. Prints each place and DR6, at the end EAX.
%macro traced 1
	try %1
	push dword [traced_flags]
	popf
%endmacro
%macro end_traced 0
	push dword 2
	popf
	done
%endmacro

main:
	point idt + 1 * 8, on_debug
	point idt + 0x50 * 8, handler
	point idt + 0x51 * 8, handler_that_traces
	mov byte [idt + 0x50 * 8 + 5], 0xEE
	mov byte [idt + 3 * 8 + 5], 0xEE
	mov byte [idt + 4 * 8 + 5], 0xEE
	point idt + 3 * 8, handler
	point idt + 4 * 8, handler
	traced "plain instructions"
	nop
	mov eax, 5
	add eax, [number]
	end_traced
	traced "branches"
	jmp .next
	nop
.next:
	test eax, eax
	jz .never
	call .called
	loop .next2
.next2:
	jmp .never
.called:
	ret
.never:
	end_traced
	traced "mov ss and pop ss"
	mov dx, ss
	mov ss, dx
	nop
	push ss
	pop ss
	nop
	end_traced
	traced "mov ss twice"
	mov dx, ss
	mov ss, dx
	mov ss, dx
	nop
	nop
	end_traced
	traced "software interrupts"
	int 0x50
	nop
	int3
	nop
	mov al, 0x7F
	inc al
	into
	nop
	end_traced
	traced "a handler that goes on tracing"
	int 0x51
	nop
	nop
	end_traced
	traced "pushf shows TF"
	pushf
	pop eax
	and eax, 0x100
	end_traced
	traced "popf clears and sets it"
	push dword 2
	popf
	nop
	push dword 0x102
	popf
	nop
	nop
	end_traced
	traced "iret sets it"
	push dword 2
	popf
	push dword 0x102
	push dword KERNEL_CODE
	push dword .after
	iret
.after:
	nop
	nop
	end_traced
	traced "cli and cld"
	cli
	cld
	stc
	end_traced
	traced "strings"
	mov esi, number
	mov edi, SPACE
	mov ecx, 0
	rep movsb
	lodsb
	stosb
	cmpsb
	end_traced
	traced "segment loads"
	push fs
	pop fs
	mov ax, ds
	mov ds, ax
	lds eax, [far_data]
	end_traced
	traced "far transfers"
	jmp KERNEL_CODE:.far
.far:
	call KERNEL_CODE:.far_called
	nop
	jmp .far_end
.far_called:
	retf
.far_end:
	end_traced
	traced "control registers"
	mov eax, cr0
	mov cr0, eax
	mov eax, cr3
	mov cr3, eax
	clts
	end_traced
	traced "a fault ends it"
	nop
	ud2
	done
	; In ring 3.
	mov dword [user_flags], 0x102
	user "in ring 3"
	nop
	mov eax, 7
	int 0x50
	nop
	done
	user "popf in ring 3"
	push dword 2
	popf
	nop
	push dword 0x102
	popf
	nop
	nop
	done
	user "a privileged instruction"
	nop
	cli
	done
	mov dword [user_flags], 2
	ret

handler:
	nop
	iret
handler_that_traces:
	push eax
	or dword [esp + 12], 0x100
	pushf
	or dword [esp], 0x100
	popf
	nop
	push dword 2
	popf
	pop eax
	iret

; Prints how far behind the try's start, and DR6.
on_debug:
	push eax
	say " +"
	mov eax, [esp + 4]
	sub eax, [origin]
	cmp eax, 0x200
	jb .shown
	mov eax, 0xEE			; in a handler, or behind the end
.shown:
	call hex8
	mov eax, dr6
	and eax, 0xE00F
	cmp eax, 0x4000
	je .step
	say ":"
	call hex16
.step:
	xor eax, eax
	mov dr6, eax
	pop eax
	iret

	align 4
number:		dd 0x12345678, 0x9ABCDEF0
far_data:	dd 0x77, KERNEL_DATA
traced_flags:	dd 0x102
